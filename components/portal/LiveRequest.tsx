'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { MethodBadge } from '@/components/ui/MethodBadge';

interface Answer {
  status: number;
  milliseconds: number;
  requestId: string;
  body: string;
}

/** One GET that really runs, through the portal's own try-it: no key, no CORS. */
export function LiveRequest({ slug, path, url }: { slug: string; path: string; url: string }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  async function send() {
    setBusy(true);
    setFailed(false);
    await call(slug, path)
      .then(setAnswer)
      .catch(() => setFailed(true));
    setBusy(false);
  }

  return (
    <section aria-label="Live request" className="rounded-md border">
      <div className="flex items-center gap-2 px-3 py-2">
        <MethodBadge method="GET" />
        <code className="min-w-0 flex-1 break-all font-mono text-small">{url}</code>
        <Button size="sm" onClick={send} busy={busy}>
          Send
        </Button>
      </div>
      <div role="status" className="[&:not(:empty)]:border-t">
        {failed && <p className="px-3 py-2 text-danger">The portal could not be reached. Try again.</p>}
        {answer && <AnswerView answer={answer} />}
      </div>
    </section>
  );
}

function AnswerView({ answer }: { answer: Answer }) {
  return (
    <>
      <p className="flex flex-wrap gap-x-4 px-3 pt-2 font-mono text-muted text-small">
        <span className={answer.status < 400 ? 'text-success' : 'text-danger'}>Status {answer.status}</span>
        <span>{answer.milliseconds} ms</span>
        <span className="truncate">{answer.requestId}</span>
      </p>
      <pre tabIndex={0} className="max-h-72 overflow-auto p-3 font-mono text-small">
        {answer.body}
      </pre>
    </>
  );
}

async function call(slug: string, path: string): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`/api/try/${slug}${path}`);
  const text = await response.text();
  return {
    status: response.status,
    milliseconds: Math.round(performance.now() - started),
    requestId: response.headers.get('x-amzn-requestid') ?? '',
    body: pretty(text),
  };
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
