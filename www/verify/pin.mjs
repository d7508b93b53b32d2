// 固定根密钥: puts what is trusted into a page that is to be kept and opened without a network.
const PLACE = '<script type="application/json" id="pinned">{}</script>';

/** The page with a trust list and its roots in it. Whoever publishes the page vouches for them. */
export function pin(html, trust) {
  if (!html.includes(PLACE)) throw new Error('the page has no place for what it trusts');
  const { list, roots } = trust;
  return html.replace(PLACE, () => PLACE.replace('{}', () => JSON.stringify({ list, roots }).replace(/</g, '\\u003c')));
}
