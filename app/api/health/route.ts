import { control } from '@/lib/runtime/slot';

/**
 * 200 when the database answers and every worker serves the newest revision; the body says which does not. While
 * Gatehouse starts or stops, ConsoleServer answers in its place.
 */
export async function GET(): Promise<Response> {
  const health = await control().health();
  const state = health.ok ? 'ready' : 'degraded';
  return Response.json(
    { state, ...health },
    { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
