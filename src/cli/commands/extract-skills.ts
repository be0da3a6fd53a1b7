/** `goingrate extract-skills TEXT` */
import type { Command } from 'commander';
import { openSkillEngine } from '../../app/text-engines.js';
import { renderMentions } from '../../render/terminal/text/mentions.js';
import { type AnswerFlags, answerTexts, withTextOptions } from '../answer-texts.js';

interface SkillFlags extends AnswerFlags {
  readonly sections?: true;
}

export function registerExtractSkills(program: Command): void {
  const command = program
    .command('extract-skills')
    .description('the skills and credentials a text names, and where')
    .option('--whole', 'read the file or standard input as one text, such as a posting')
    .option('--sections', 'say of each its section and whether it is required, preferred or only mentioned');
  withTextOptions(command, 'text').action(async (argument: string | undefined, flags: SkillFlags) => {
    await answerTexts({
      noun: 'text',
      argument,
      flags,
      open: async () => {
        const skills = await openSkillEngine();
        return { answer: flags.sections ? skills.extractBySection : skills.extract, render: renderMentions };
      },
    });
  });
}
