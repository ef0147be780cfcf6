'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { type Subscribed, subscribe } from '@/app/(portal)/apps/actions';
import { KeyOnce } from '@/components/portal/KeyOnce';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { PortalPlan } from '@/lib/model/portal';

const newApp = 'new';
const fields = ['name'] as const;

/** Choose an app or name a new one, subscribe, and see the first key once. */
export function SubscribeButton({ plan, apps }: { plan: PortalPlan; apps: { id: string; name: string }[] }) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<Subscribed | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Subscribe
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Subscribe to ${plan.name}`}>
        {done ? <Outcome done={done} /> : <SubscribeForm plan={plan} apps={apps} onDone={setDone} />}
      </Dialog>
    </>
  );
}

function SubscribeForm(props: {
  plan: PortalPlan;
  apps: { id: string; name: string }[];
  onDone: (done: Subscribed) => void;
}) {
  const [appId, setAppId] = useState(props.apps[0]?.id ?? newApp);
  const action = useAction(subscribe, { fields });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    const app = appId === newApp ? { newAppName: name } : { appId };
    const done = await action.run({ usagePlanId: props.plan.id, ...app });
    if (done) props.onDone(done);
  }

  return (
    <form onSubmit={submit} className="space-y-4">
      <FormError>{action.rest}</FormError>
      {props.apps.length > 0 && (
        <Field label="App" help="Keys belong to an app; usage is shown for each.">
          <Select
            value={appId}
            onChange={(event) => setAppId(event.target.value)}
            options={[
              ...props.apps.map((app) => ({ value: app.id, label: app.name })),
              { value: newApp, label: 'New app' },
            ]}
          />
        </Field>
      )}
      {appId === newApp && (
        <Field label="Name of the new app" required error={action.errorOf('name')}>
          <Input name="name" defaultValue="My app" required />
        </Field>
      )}
      <Button type="submit" variant="primary" busy={action.pending}>
        {props.plan.approvalRequired ? 'Ask for approval' : 'Subscribe'}
      </Button>
    </form>
  );
}

function Outcome({ done }: { done: Subscribed }) {
  if (done.key?.value) return <KeyOnce value={done.key.value} appId={done.appId} />;
  return (
    <div className="space-y-4">
      <p>
        {done.subscription.state === 'PENDING'
          ? 'Your request waits for approval. The app shows when it is decided.'
          : 'Subscribed. The keys of this app work with the plan now.'}
      </p>
      <Button asChild variant="primary">
        <Link href={`/apps/${done.appId}`}>Open the app</Link>
      </Button>
    </div>
  );
}
