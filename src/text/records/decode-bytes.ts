/** Bytes of any text file as text. */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding a byte order mark names; UTF-8 without one. */
function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Decodes UTF-8, or UTF-16 where the bytes begin with its mark; the mark itself is dropped. Bytes that are no text
 * become U+FFFD. A piece is yielded as soon as it has arrived, so that a slow source is answered as it speaks.
 */
export async function* decodeBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let head = new Uint8Array(0);
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (decoder === null) {
      if (head.length > 0) bytes = Buffer.concat([head, chunk]);
      if (bytes.length < 2) {
        head = Uint8Array.from(bytes);
        continue;
      }
      decoder = new TextDecoder(encodingOf(bytes));
    }
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder === null ? new TextDecoder().decode(head) : decoder.decode();
  if (rest !== '') yield rest;
}
