/** Cells that hold a mark instead of a value. */

const MARKS: ReadonlySet<string> = new Set(
  (
    '|-|--|—|–|.|?|n/a|na|n.a.|n.a|#n/a|nan|null|none|nil|nothing|undefined|unknown|unspecified|not specified|' +
    'not stated|not disclosed|undisclosed|not provided|not available|not applicable|tbd|tba|tbc|to be determined|' +
    'to be confirmed|negotiable|competitive|competitive salary|market|market rate|doe|depends on experience|' +
    'based on experience|confidential|k.a.|k. a.|keine angabe|nach vereinbarung|verhandlungsbasis|à convenir|' +
    'a convenir|selon profil|a combinar|según experiencia'
  ).split('|'),
);

/**
 * Whether a cell says nothing: empty, or a mark such as `n/a` or `competitive`.
 *
 * @param text in any case, spaces around it allowed
 */
export function saysNothing(text: string): boolean {
  return text.length <= 40 && MARKS.has(text.trim().toLowerCase());
}
