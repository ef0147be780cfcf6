import type { Cors } from '@/lib/model/v2/api';

/** A CORS configuration as typed: lists are apart by commas, spaces or lines. */
export interface CorsDraft {
  allowOrigins: string;
  allowMethods: string;
  allowHeaders: string;
  exposeHeaders: string;
  maxAge: string;
  allowCredentials: boolean;
}

const lists = ['allowOrigins', 'allowMethods', 'allowHeaders', 'exposeHeaders'] as const;

export function draftOfCors(cors: Cors = {}): CorsDraft {
  const [allowOrigins = '', allowMethods = '', allowHeaders = '', exposeHeaders = ''] = lists.map(
    (name) => cors[name]?.join(', ') ?? '',
  );
  return {
    allowOrigins,
    allowMethods,
    allowHeaders,
    exposeHeaders,
    maxAge: cors.maxAge === undefined ? '' : String(cors.maxAge),
    allowCredentials: cors.allowCredentials ?? false,
  };
}

/** Undefined where the draft says nothing: then there is no configuration. */
export function corsOfDraft(draft: CorsDraft): Cors | undefined {
  const said = lists.flatMap((name) => {
    const words = draft[name].split(/[\s,]+/).filter(Boolean);
    const upper = name === 'allowMethods' ? words.map((word) => word.toUpperCase()) : words;
    return words.length > 0 ? [[name, upper] as const] : [];
  });
  const cors: Cors = {
    ...Object.fromEntries(said),
    ...(draft.maxAge.trim() !== '' && { maxAge: Number(draft.maxAge) }),
    ...(draft.allowCredentials && { allowCredentials: true }),
  };
  return Object.keys(cors).length > 0 ? cors : undefined;
}
