'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { type EndpointTypes, endpointOptions, movingOption } from './endpointTypes';

/** Says what the choice does here: AWS's two kinds of servers are one gateway. */
export function EndpointTypeField(props: {
  value: EndpointTypes;
  /** what is saved: a name that has both types may keep them */
  saved?: EndpointTypes;
  onChange: (value: EndpointTypes) => void;
}) {
  const options = props.saved === movingOption.value ? [...endpointOptions, movingOption] : endpointOptions;
  return (
    <Field
      label="Endpoint type"
      help="Where AWS's tools read the target: regionalDomainName or distributionDomainName. Calls are answered the same."
    >
      <Select
        value={props.value}
        options={options}
        onChange={(event) => {
          const chosen = options.find(({ value }) => value === event.target.value);
          if (chosen) props.onChange(chosen.value);
        }}
      />
    </Field>
  );
}
