'use client';

import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { shownIn } from '@/components/console/drafts/DraftForm';
import { CodeEditor } from '@/components/ui/CodeEditor';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { type Model, type ModelInput, modelInput } from '@/lib/model/v2/model';
import { saveModel } from '../actions';

const schema = `{
  "$schema": "http://json-schema.org/draft-04/schema#",
  "type": "object",
  "properties": {
    "action": { "type": "string" }
  },
  "required": ["action"]
}`;
const blank: ModelInput = { name: '', contentType: 'application/json', schema };
const isShown = shownIn(['name', 'description', 'schema'], {});

/** A model's schema; a new model when none is given. */
export function ModelDrawer(props: { apiId: string; model?: Model; editable: boolean; onClose: () => void }) {
  const { apiId, model, editable, onClose } = props;
  const { run, pending, error } = useAction(saveModel);
  return (
    <DraftDrawer
      title={model ? `Model ${model.name}` : 'New model'}
      description="JSON Schema draft 4. It takes effect with the next deployment."
      initial={model ? modelInput.parse(model) : blank}
      shape={modelInput}
      save={async (value) =>
        Boolean(await run({ apiId, ...(model && { modelId: model.modelId }), model: value }))
      }
      pending={pending}
      error={error}
      onClose={onClose}
      editable={editable}
      shows={() => isShown}
    >
      {({ value, set, errorOf, readOnly }) => (
        <>
          {!model && (
            <Field label="Name" required help="Letters and digits." error={errorOf('name')}>
              <Input value={value.name} onChange={({ target }) => set({ ...value, name: target.value })} />
            </Field>
          )}
          <Field label="Description" error={errorOf('description')}>
            <Input
              value={value.description ?? ''}
              readOnly={readOnly}
              onChange={({ target }) => {
                const { description: _before, ...rest } = value;
                set(target.value ? { ...rest, description: target.value } : rest);
              }}
            />
          </Field>
          <Field label="Schema" error={errorOf('schema')}>
            <CodeEditor
              label="Schema"
              language="json"
              height="320px"
              value={value.schema}
              readOnly={readOnly}
              onChange={(text) => set({ ...value, schema: text })}
            />
          </Field>
        </>
      )}
    </DraftDrawer>
  );
}
