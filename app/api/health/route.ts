import { control } from '@/lib/runtime/slot';

/**
 * 200 when the database answers and every worker serves the newest revision, else 503; the body says which does not.
 * With `?page` the answer is 200 either way: a browser calls every 503 an error, and a worker that is a revision
 * behind for a moment is none. While Gatehouse starts or stops, ConsoleServer answers in its place.
 */
export async function GET(request: Request): Promise<Response> {
  const health = await control().health();
  const state = health.ok ? 'ready' : 'degraded';
  const isFine = health.ok || new URL(request.url).searchParams.has('page');
  return Response.json(
    { state, ...health },
    { status: isFine ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
