import { LogsTab } from '../_components/logs/LogsTab';
import { findFunction } from '../findFunction';

export default async function FunctionLogsPage({ params }: { params: Promise<{ functionName: string }> }) {
  const { functionName } = await params;
  await findFunction(functionName);
  return <LogsTab functionName={functionName} />;
}
