import type { MethodSetting } from '@/lib/model/stage';

export type Level = NonNullable<MethodSetting['loggingLevel']>;
type Setting = { loggingLevel?: Level | undefined; dataTraceEnabled?: boolean | undefined };

/** What is logged of a method, a route, or of all that have no own setting. */
export interface LoggingChoice {
  level: Level;
  dataTrace: boolean;
}

export interface LoggingDraft {
  every: LoggingChoice;
  /** by method key or route key */
  own: Record<string, LoggingChoice>;
}

export const levelOptions: { value: Level; label: string }[] = [
  { value: 'OFF', label: 'Off' },
  { value: 'ERROR', label: 'Errors' },
  { value: 'INFO', label: 'Info' },
];

export const levelLabel = (level: Level) => levelOptions.find(({ value }) => value === level)?.label ?? level;

/** Those of `settings` that say something of logs; what one leaves out is as in `every`. */
export function loggingDraftOf(every: Setting, settings: Record<string, Setting>): LoggingDraft {
  const choice = choiceOf(every, { level: 'OFF', dataTrace: false });
  const own = Object.entries(settings)
    .filter(
      ([, { loggingLevel, dataTraceEnabled }]) =>
        loggingLevel !== undefined || dataTraceEnabled !== undefined,
    )
    .map(([key, setting]) => [key, choiceOf(setting, choice)]);
  return { every: choice, own: Object.fromEntries(own) };
}

const choiceOf = ({ loggingLevel, dataTraceEnabled }: Setting, inherited: LoggingChoice): LoggingChoice => ({
  level: loggingLevel ?? inherited.level,
  dataTrace: dataTraceEnabled ?? inherited.dataTrace,
});

/** The settings with the draft's logs in place of theirs; all else that they say stays, and one that says nothing goes. */
export function withLogging<Settings extends Setting>(
  settings: Record<string, Settings>,
  own: LoggingDraft['own'],
): Record<string, Settings> {
  const next: Record<string, object> = Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, withoutLogging(setting)]),
  );
  for (const [key, choice] of Object.entries(own)) next[key] = { ...next[key], ...settingOf(choice) };
  const saying = Object.entries(next).filter(([, setting]) => Object.keys(setting).length > 0);
  return Object.fromEntries(saying) as Record<string, Settings>;
}

export function withoutLogging<Settings extends Setting>(setting: Settings) {
  const { loggingLevel: _level, dataTraceEnabled: _trace, ...rest } = setting;
  return rest;
}

export const settingOf = ({ level, dataTrace }: LoggingChoice) => ({
  loggingLevel: level,
  dataTraceEnabled: dataTrace,
});

/** As AWS has it where nothing was ever said. */
export const isOff = ({ level, dataTrace }: LoggingChoice) => level === 'OFF' && !dataTrace;
