/** What an update did, as text. */
import type { UpdatedSource, UpdateSummary } from '../../app/update-sources.js';
import { formatCount } from '../../core/format.js';
import { ID_WIDTH, Sheet } from './sheet.js';

export interface UpdateTextOptions {
  readonly dryRun: boolean;
  /** Whether files were given with --from. */
  readonly given: boolean;
}

export function updateText({ sources, written, asOf }: UpdateSummary, options: UpdateTextOptions): string {
  const sheet = new Sheet();
  for (const source of sources) outcome(sheet, source, options);
  const failed = sources.filter(({ status }) => status === 'failed');
  if (failed.length > 0) byHand(sheet, failed, options);
  sheet.gap().text(closing(sources, written, asOf, options));
  return sheet.toString();
}

function outcome(sheet: Sheet, source: UpdatedSource, { dryRun, given }: UpdateTextOptions): void {
  const { id, status, before, after, failure, warnings, obtain } = source;
  const cell = [{ text: id, width: ID_WIDTH }];
  if (status === 'updated' || status === 'added') {
    const would = dryRun ? 'would be ' : '';
    sheet.row(cell, `${would}${status}`);
    if (before !== null)
      sheet.text(
        `rows ${formatCount(before.rows)} -> ${formatCount(after!.rows)}, newest ${before.newest} -> ${after!.newest}`,
        4,
      );
    else sheet.text(`${formatCount(after!.rows)} rows, newest ${after!.newest}`, 4);
  } else if (status === 'failed') {
    sheet.row(cell, before === null ? 'failed' : 'failed; kept as it was').text(failure!.message, 4);
  } else if (status === 'absent') {
    sheet.row(cell, given ? 'not among the files given' : 'not offered to programs');
    if (!given) sheet.text(obtain, 4);
  } else if (status === 'dependent')
    sheet.row(cell, 'kept: it rests on a changed source, but its own files are not here');
  else sheet.row(cell, 'unchanged');
  for (const warning of warnings) sheet.text(`Note: it ${warning}.`, 4);
}

function byHand(sheet: Sheet, failed: readonly UpdatedSource[], { given }: UpdateTextOptions): void {
  sheet.gap().text('What to do').gap();
  for (const remedy of new Set(failed.map(({ failure }) => failure!.remedy))) {
    const ids = failed.filter(({ failure }) => failure!.remedy === remedy).map(({ id }) => id);
    sheet.text(`${ids.length < failed.length ? `${ids.join(', ')}: ` : ''}${remedy}`, 2, 4);
  }
  const obtained = failed.filter(({ failure }) => /^FETCH_|^SOURCE_MISSING$/.test(failure!.code));
  if (obtained.length === 0) return;
  if (!given) sheet.gap().text('By hand: the folders named here stand in one FOLDER of your choice.', 2);
  for (const { id, obtain, failure } of obtained) {
    if (obtain === failure!.remedy) continue;
    sheet.gap().text(obtain, 2);
    if (!given) sheet.whole(`goingrate sources update ${id} --from FOLDER`, 2);
  }
}

function closing(
  sources: readonly UpdatedSource[],
  written: boolean,
  asOf: string,
  { dryRun }: UpdateTextOptions,
): string {
  const count = (...wanted: readonly UpdatedSource['status'][]) =>
    sources.filter(({ status }) => wanted.includes(status)).length;
  const counts = `${count('updated', 'added')} updated, ${count('unchanged', 'dependent', 'absent')} left as they were, ${count('failed')} failed`;
  if (dryRun) return `${counts}. Nothing was changed.`;
  return written ? `${counts}. The market now reaches to ${asOf}.` : `${counts}. The market is as it was.`;
}
