import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.js';

async function decode(bytes: Uint8Array, pieceBytes: number): Promise<string> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  let text = '';
  for await (const piece of decodeBytes(pieces())) text += piece;
  return text;
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('bytes as text', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.from(''), ''],
    ['one byte', Buffer.from('a'), 'a'],
    ['UTF-8', Buffer.from('Zoë 文字 🚀\n'), 'Zoë 文字 🚀\n'],
    ['UTF-8 with its mark', Buffer.from('\ufeffa\n'), 'a\n'],
    ['a mark further on', Buffer.from('a\ufeffb'), 'a\ufeffb'],
    ['UTF-16, low byte first', utf16('\ufeffZoë 🚀\n'), 'Zoë 🚀\n'],
    ['UTF-16, high byte first', utf16('\ufeffZoë 🚀\n').swap16(), 'Zoë 🚀\n'],
    ['bytes that are no text', Buffer.from([0x61, 0xff, 0xfe, 0x62]), 'a\ufffd\ufffdb'],
    ['a character cut short', Buffer.from([0x61, 0xe2, 0x82]), 'a\ufffd'],
    ['a lone first byte of a mark', Buffer.from([0xff]), '\ufffd'],
    ['zero bytes', Buffer.from([0, 0, 0]), '\u0000\u0000\u0000'],
  ])('%s', async (_, bytes, expected) => {
    for (const pieceBytes of [1, 2, 3, 1024]) expect(await decode(bytes, pieceBytes), `${pieceBytes}`).toBe(expected);
  });
});
