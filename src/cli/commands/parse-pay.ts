/** `goingrate parse-pay TEXT` */
import type { Command } from 'commander';
import { parsePay } from '../../app/text-engines.js';
import { renderPayRanges } from '../../render/terminal/text/pay-ranges.js';
import { type AnswerFlags, answerTexts, withTextOptions } from '../answer-texts.js';

export function registerParsePay(program: Command): void {
  const command = program
    .command('parse-pay')
    .description('the pay a text states: kind, amounts, currency, unit, and what they are a year')
    .option('--whole', 'read the file or standard input as one text, such as a posting');
  withTextOptions(command, 'pay text').action(async (argument: string | undefined, flags: AnswerFlags) => {
    const engine = { answer: (text: string) => parsePay(text), render: renderPayRanges };
    await answerTexts({ noun: 'pay text', argument, flags, open: async () => engine });
  });
}
