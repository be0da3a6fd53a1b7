/** "Report a mistake": makes a signed file in the browser and offers it for download. Nothing is sent, no key is kept. */
import type { CorrectionAbout, CorrectionDraft } from '../../src/report/correction.js';
import { correctionFaults, correctionFileName, correctionText, makeCorrection } from '../../src/report/correction.js';
import { readClaimedNumber } from '../../src/text/pay/claimed-number.js';
import { element, within } from './element.js';
import { type PageData, readPageData } from './page-data.js';
import { pageAddress, plain } from './source-lines.js';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Finding = CorrectionAbout['finding'];

/** Where a fault is shown: the name of the field by the member of the model. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'claim.text': 'claim',
  'claim.value': 'value',
  'evidence.text': 'evidence',
  'evidence.link': 'link',
  contact: 'contact',
  'about.finding.id': 'finding',
};

/** Findings about the offer that the reader named. */
const READERS_OWN = /^(?:negotiation\.)?(?:offer|compaRatio)\b/;

/** Takes over `data-island="correction"`. */
export function startCorrection(root: HTMLElement): void {
  const data = readPageData();
  const select = within(root, 'select[name="finding"]', HTMLSelectElement);
  const button = within(root, 'button', HTMLButtonElement);
  const result = within(root, '[role="status"]', HTMLElement);
  if (data === null || select === null || button === null || result === null || !globalThis.crypto?.subtle) return;
  const findings = findingsOf(data);
  if (findings.size === 0) return;
  select.replaceChildren(
    ...[...findings].map(([id, { statement }]) => element('option', { value: id }, shortened(statement))),
  );
  const form: Form = { root, data, select, findings, result };
  button.addEventListener('click', () => void makeFile(form));
  root.hidden = false;
}

interface Form {
  readonly root: HTMLElement;
  readonly data: PageData;
  readonly select: HTMLSelectElement;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly result: HTMLElement;
}

async function makeFile(form: Form): Promise<void> {
  const { root, result } = form;
  for (const field of root.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  const draft = draftOf(form);
  const faults = correctionFaults(draft);
  const [fault] = faults;
  if (fault !== undefined) {
    const field = fieldOf(root, FIELD_OF[fault.field] ?? '');
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
    result.replaceChildren(element('p', { class: 'fault' }, fault.message));
    return;
  }
  const correction = await makeCorrection(draft);
  const name = correctionFileName(correction);
  const address = URL.createObjectURL(new Blob([correctionText(correction)], { type: 'application/json' }));
  const link = element('a', { href: address, download: name }, name);
  result.replaceChildren(
    element(
      'p',
      {},
      'The file is made and signed: ',
      link,
      '. Nothing was sent. Pass it on to whoever publishes this page.',
    ),
  );
  link.click();
}

function draftOf({ root, data, select, findings }: Form): CorrectionDraft {
  const { question, method, digest } = data;
  const finding = findings.get(select.value) ?? { id: '', statement: '', status: 'insufficient', value: null };
  const address = pageAddress();
  const contact = textOf(root, 'contact');
  const link = textOf(root, 'link');
  return {
    about: {
      question: {
        title: question.title,
        place: question.place.id,
        level: question.level?.id ?? null,
        basis: question.basis,
      },
      asOf: question.asOf,
      method,
      digest,
      page: address?.startsWith('https:') ? address : null,
      finding,
    },
    claim: { text: textOf(root, 'claim'), value: claimedValue(textOf(root, 'value'), finding, question.currency) },
    evidence: { text: textOf(root, 'evidence'), link: link === '' ? null : link },
    contact: contact === '' ? null : contact,
    createdOn: today(),
  };
}

/** A number as people write it; NaN, which is refused with a message, for anything else. */
function claimedValue(text: string, { value }: Finding, currency: string): Finding['value'] {
  if (text === '') return null;
  const unit = value?.unit ?? `${currency}/year`;
  return { value: readClaimedNumber(text, unit), unit };
}

/** What can be wrong on this page. What rests on the reader's own data or offer stays the reader's. */
function findingsOf({ headline }: PageData): Map<string, Finding> {
  const { id, statement, status, quantity } = headline;
  const found = new Map<string, Finding>();
  const isOwn = document.querySelector('.answer .own-data') !== null;
  if (!isOwn)
    found.set(id, { id, statement, status, value: quantity && { value: quantity.value, unit: quantity.unit } });
  for (const part of document.querySelectorAll<HTMLElement>('.finding[data-finding]')) {
    const partId = part.dataset.finding ?? '';
    if (found.has(partId) || READERS_OWN.test(partId) || part.querySelector('.own-data')) continue;
    found.set(partId, {
      id: partId,
      statement: plain(part.querySelector('.statement')),
      status: statusOf(part),
      value: shownValue(part.dataset),
    });
  }
  return found;
}

function statusOf(part: Element): Finding['status'] {
  const named = (['supported', 'modelled'] as const).find((status) => part.classList.contains(status));
  return named ?? 'insufficient';
}

function shownValue({ value, unit }: DOMStringMap): Finding['value'] {
  return value === undefined || unit === undefined ? null : { value: Number(value), unit };
}

function fieldOf(root: HTMLElement, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[name="${name}"]`);
}

function textOf(root: HTMLElement, name: string): string {
  return (root.querySelector<Field>(`input[name="${name}"], textarea[name="${name}"]`)?.value ?? '').trim();
}

function shortened(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 88).replace(/\s+\S*$/, '')} ...`;
}

/** The reader's own day. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
