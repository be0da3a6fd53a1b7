/** The documents of the repository: their text, links, headings and commands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');

/** Paths of all Markdown documents, relative to the root, with forward slashes. */
export function documentPaths(): string[] {
  const folders = ['docs', 'examples', 'src', 'test', 'market'];
  const below = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      posix.join(folder, path.replaceAll('\\', '/')),
    ),
  );
  const atRoot = ['README.md', 'CHANGELOG.md'].filter((path) => existsSync(join(ROOT, path)));
  return [...atRoot, ...below].filter((path) => path.endsWith('.md')).sort();
}

export function readDocument(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Targets of inline links and images, code left out. */
export function linksOf(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g)].map((match) => match[1]!);
}

/** Anchors of a document's headings, as repository hosts make them. */
export function anchorsOf(text: string): Set<string> {
  const headings = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} +(.+?) *$/gm)].map((match) => match[1]!);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Arguments of every `goingrate` command in the shell blocks of a document; lines with pipes and redirections left out. */
export function commandsOf(text: string): string[][] {
  const blocks = [...text.matchAll(/```(?:sh|bash|console)\n([\s\S]*?)```/g)].map((match) => match[1]!);
  return blocks
    .flatMap((block) => block.replace(/\\\n\s*/g, ' ').split('\n'))
    .map((line) =>
      line
        .trim()
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, ''),
    )
    .filter((line) => !/[|<>]/.test(line))
    .flatMap(
      (line) =>
        /^(?:npx +)?goingrate +(.+)$/.exec(line)?.[1] ?? /^npm start(?: +--silent)? +-- +(.+)$/.exec(line)?.[1] ?? [],
    )
    .map(splitArguments);
}

/** `"two words" one` as a shell splits it; no escapes or variables. */
export function splitArguments(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]!);
}
