import { ExecutionLogView } from '@/app/console/_components/executionLog/ExecutionLogView';
import type { StageDetailProps } from '../StageDetail';
import { LoggingForm } from './LoggingForm';

/** What the stage logs of its calls, and what it logged; a log that there is not is not shown. */
export function LogsTab({ stage, methods, logGroups, editable }: StageDetailProps) {
  return (
    <>
      <LoggingForm
        key={JSON.stringify(stage.methodSettings)}
        stage={stage}
        methods={methods}
        editable={editable}
      />
      {logGroups.length > 0 && <ExecutionLogView groups={logGroups} unit="call" />}
    </>
  );
}
