import { control } from '@/lib/runtime/slot';

/** 200 when the database answers and every worker serves the newest revision; the body says which does not. */
export async function GET(): Promise<Response> {
  const health = await control().health();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
