'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Drawer } from '@/components/ui/Drawer';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { Progress } from '@/components/ui/Progress';
import { SearchInput } from '@/components/ui/SearchInput';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import type { EndpointPage } from '@/lib/model/portalSite';
import { addEndpoints } from '../../actions';
import { ApiTree } from './ApiTree';
import type { ApiChoice } from './Documentation';
import { type Endpoint, endpointKey } from './endpointKey';

const newSection = '+';
const drafts = '-';

/** Methods of deployed stages, several at once, and the section that they go to. */
export function AddEndpointsDrawer(props: {
  portalProductId: string;
  apis: ApiChoice[];
  endpoints: EndpointPage[];
  sectionNames: string[];
  onClose: () => void;
  onAdded: (first: string) => void;
}) {
  const { portalProductId, sectionNames } = props;
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Endpoint>>(new Map());
  const [search, setSearch] = useState('');
  const [section, setSection] = useState(() => (sectionNames.length > 0 ? '0' : newSection));
  const [name, setName] = useState('');
  const action = useAction(addEndpoints);
  const sectionName =
    section === drafts
      ? null
      : section === newSection
        ? name.trim()
        : (sectionNames[Number(section)] ?? null);
  const toggle = (those: Endpoint[], on: boolean) =>
    setChosen((now) => {
      const next = new Map(now);
      for (const each of those) {
        if (on) next.set(endpointKey(each), each);
        else next.delete(endpointKey(each));
      }
      return next;
    });
  const add = async () => {
    const made = await action.run({ portalProductId, endpoints: [...chosen.values()], sectionName });
    if (!made) return;
    toast(`${counted(made.length)} added`);
    router.refresh();
    props.onAdded(made[0]?.productRestEndpointPageId ?? '');
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => open || props.onClose()}
      title="Add endpoints"
      description="Methods that a stage of a REST API serves."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={action.pending}
            disabled={chosen.size === 0 || sectionName === ''}
            onClick={() => void add()}
          >
            {chosen.size === 0 ? 'Add endpoints' : `Add ${counted(chosen.size)}`}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <FormError>{action.error && faultText(action.error)}</FormError>
        {action.pending && <Progress label={`Adding ${counted(chosen.size)}`} />}
        <SearchInput placeholder="Search methods" value={search} onChange={setSearch} />
        <ApiTree
          apis={props.apis}
          search={search}
          chosen={chosen}
          included={new Set(props.endpoints.map(endpointKey))}
          onToggle={toggle}
        />
        <div className="grid gap-4 border-t pt-4 sm:grid-cols-2">
          <Field label="Section" help="Readers see endpoints of sections only.">
            <Select
              value={section}
              onChange={(event) => setSection(event.target.value)}
              options={[
                ...sectionNames.map((label, index) => ({ value: String(index), label })),
                { value: newSection, label: 'A new section' },
                { value: drafts, label: 'None: as drafts' },
              ]}
            />
          </Field>
          {section === newSection && (
            <Field label="Name of the new section" required>
              <Input maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
          )}
        </div>
      </div>
    </Drawer>
  );
}

const counted = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'endpoint' : 'endpoints'}`;
