import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { SiteProduct } from '@/lib/model/portalSite';
import type { SitePlace } from './sitePlace';

export interface SearchHit {
  place: SitePlace;
  title: string;
  /** of an endpoint */
  method?: string;
  /** text around the first match in the body; '' where only the title matches */
  excerpt: string;
}

const around = 70;

/** Pages and endpoints of a product that hold every word; title, path and text are looked at, in order of display. */
export function searchProduct(product: SiteProduct, search: string): SearchHit[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return entries(product).flatMap(({ place, title, body, also = '', method }) => {
    const text = plain(body);
    const all = `${title}\n${also}\n${method ?? ''}\n${text}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    return [{ place, title, ...(method && { method }), excerpt: excerpt(text, words) }];
  });
}

interface Entry {
  place: SitePlace;
  title: string;
  body: string;
  also?: string;
  method?: string;
}

function entries({ portalProductId: productId, overview, pages, sections }: SiteProduct): Entry[] {
  const endpoints = sections.flatMap((section) => section.endpoints);
  return [
    ...(overview ? [{ place: { view: 'product', productId } as const, ...overview }] : []),
    ...pages.map(({ productPageId: pageId, title, body }) => ({
      place: { view: 'page', productId, pageId } as const,
      title,
      body,
    })),
    ...endpoints.map(({ productRestEndpointPageId: endpointId, operationName, path, method, body }) => ({
      place: { view: 'endpoint', productId, endpointId } as const,
      title: operationName || path,
      also: path,
      method,
      body,
    })),
  ];
}

/** What is read of a Markdown text, in one line: neither its marks nor the addresses of its links. */
function plain(body: string): string {
  const blocks = fromMarkdown(body).children.map((block) => textOf(block, { includeHtml: false }));
  return blocks.join(' ').replace(/\s+/g, ' ').trim();
}

function excerpt(text: string, words: string[]): string {
  const lower = text.toLowerCase();
  const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((index) => index >= 0));
  if (!Number.isFinite(at)) return '';
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + around);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}
