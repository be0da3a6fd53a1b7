/** `goingrate classify TITLE` */
import type { Command } from 'commander';
import { openTitleEngine } from '../../app/text-engines.js';
import { remembered } from '../../core/recent.js';
import { renderClassification, renderClassificationRow } from '../../render/terminal/text/classification.js';
import { type AnswerFlags, answerTexts, withTextOptions } from '../answer-texts.js';
import { chosenMarket } from '../open-market.js';

/** Answers of the latest titles kept; real lists repeat theirs. */
const REMEMBERED_TITLES = 50_000;

export function registerClassify(program: Command): void {
  const command = program
    .command('classify')
    .description('what a job title means: role, level, and occupations with their probabilities');
  withTextOptions(command, 'title').action(async (argument: string | undefined, flags: AnswerFlags) => {
    await answerTexts({
      noun: 'title',
      argument,
      flags,
      open: async () => {
        const classify = await openTitleEngine(await chosenMarket());
        return {
          answer: classify,
          line: remembered(REMEMBERED_TITLES, (title) => JSON.stringify(classify(title))),
          render: (answer, options, alone) => (alone ? renderClassification : renderClassificationRow)(answer, options),
        };
      },
    });
  });
}
