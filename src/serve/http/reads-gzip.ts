/** Whether a client is to be sent gzip, by its `Accept-Encoding` (RFC 9110, section 12.5.3). */

/**
 * A weight of zero refuses, `*` stands for what is not named, and gzip is left out where the client would rather have
 * the bytes as they are. A weight that cannot be read refuses.
 *
 * @example readsGzip('br, gzip;q=0.8') // true
 * @example readsGzip('gzip;q=0, *') // false
 */
export function readsGzip(accepted: string): boolean {
  const weights = new Map(accepted.split(',').map(weightOf));
  const any = weights.get('*');
  const gzip = weights.get('gzip') ?? weights.get('x-gzip') ?? any ?? 0;
  return gzip > 0 && gzip >= (weights.get('identity') ?? 0);
}

const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i;

function weightOf(part: string): readonly [coding: string, weight: number] {
  const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const given = parameters.find((piece) => /^q\s*=/i.test(piece));
  const weight = given === undefined ? 1 : Number(WEIGHT.exec(given.replace(/\s/g, ''))?.[1] ?? 0);
  return [coding.toLowerCase(), weight];
}
