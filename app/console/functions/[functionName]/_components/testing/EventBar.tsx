'use client';

import { Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { IconButton } from '@/components/ui/IconButton';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import type { TestEvents } from './useTestEvents';

/** Which event is edited; it is saved under its name, or under a new one. */
export function EventBar({ events }: { events: TestEvents }) {
  const [naming, setNaming] = useState(false);
  const { name } = events;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label="Test event"
        className="min-w-52 flex-1"
        options={events.options}
        value={events.chosen}
        onChange={(event) => events.choose(event.target.value)}
      />
      {name !== undefined && (
        <>
          <Button disabled={!events.changed} onClick={() => events.save(name)}>
            Save
          </Button>
          <IconButton label={`Delete event ${name}`} onClick={events.remove}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      )}
      <Button onClick={() => setNaming(true)}>
        <Save aria-hidden />
        Save as
      </Button>
      {naming && <NameDialog events={events} onClose={() => setNaming(false)} />}
    </div>
  );
}

function NameDialog({ events, onClose }: { events: TestEvents; onClose: () => void }) {
  const [name, setName] = useState('');
  const save = () => {
    events.save(name.trim());
    onClose();
  };
  return (
    <FormDialog
      title="Save test event"
      submit="Save event"
      busy={false}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={save}
    >
      <Field label="Name" help="Kept in this browser. An event of this name is replaced.">
        <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
