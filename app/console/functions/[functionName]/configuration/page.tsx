import { machine } from '../../_components/machine';
import { ConfigurationForm } from '../_components/configuration/ConfigurationForm';
import { draftOf } from '../_components/configuration/configurationDraft';
import { findFunction } from '../findFunction';

type Props = { params: Promise<{ functionName: string }> };

export default async function FunctionConfigurationPage({ params }: Props) {
  const { functionName } = await params;
  const { found, editable } = await findFunction(functionName);
  return (
    <ConfigurationForm
      functionName={functionName}
      initial={draftOf(found)}
      machine={machine()}
      editable={editable}
    />
  );
}
