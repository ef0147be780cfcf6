import type { BasePathMapping } from '@/lib/model/domainName';

/** What a mapping answers, as one reads it: `api.example.com/orders/…`, `api.example.com/{stage}/…`. */
export function mappedUrl(
  domainName: string,
  { basePath, stage }: Pick<BasePathMapping, 'basePath' | 'stage'>,
): string {
  const parts = [domainName, basePath, stage === '' ? '{stage}' : '', '…'];
  return parts.filter((part) => part !== '').join('/');
}
