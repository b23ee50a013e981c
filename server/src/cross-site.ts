/**
 * Whether a page of another site had the browser send this. Only browsers say so (W3C Fetch Metadata), and only a browser
 * can be made to work for somebody else's page: what sends no such header asks for itself.
 */
export function isFromOtherSite({ headers }: Request): boolean {
  return headers.get('Sec-Fetch-Site') === 'cross-site';
}

/**
 * Whether somebody followed a link of another site, such as one in webmail or a wiki: the page opens in his window, and he
 * sees it. An image, a frame, a script's fetch or a page that is only loaded ahead is not seen, and would let any page
 * have its visitors check for it.
 */
export function isLinkFromOtherSite({ headers }: Request): boolean {
  return (
    headers.get('Sec-Fetch-Mode') === 'navigate' &&
    headers.get('Sec-Fetch-Dest') === 'document' &&
    !headers.has('Sec-Purpose')
  );
}
