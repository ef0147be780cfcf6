import { TestTab } from '../_components/testing/TestTab';
import { findFunction } from '../findFunction';

export default async function FunctionTestPage({ params }: { params: Promise<{ functionName: string }> }) {
  const { functionName } = await params;
  const { found, editable } = await findFunction(functionName);
  const { aliases, versions } = found;
  return <TestTab functionName={functionName} aliases={aliases} versions={versions} editable={editable} />;
}
