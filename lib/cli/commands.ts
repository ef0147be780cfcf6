import type { Command } from './Command';

interface Entry {
  summary: string;
  /** Each command is loaded when it is called: the help is there at once. */
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: Record<string, Entry> = {
  start: {
    summary: 'Start console, portal, gateway and AWS endpoint',
    load: async () => (await import('./commands/start')).start,
  },
  status: {
    summary: 'Say whether everything runs',
    load: async () => (await import('./commands/status')).status,
  },
  import: {
    summary: 'Make or change a REST API by an OpenAPI document',
    load: async () => (await import('./commands/importApi')).importApi,
  },
  export: {
    summary: 'Write a stage of a REST API as an OpenAPI document',
    load: async () => (await import('./commands/exportApi')).exportApi,
  },
  deploy: {
    summary: 'Deploy a REST API to a stage',
    load: async () => (await import('./commands/deploy')).deploy,
  },
  keys: {
    summary: 'List, make, delete, enable and disable API keys',
    load: async () => (await import('./commands/keys')).keys,
  },
  logs: {
    summary: 'Read and follow the logs of functions',
    load: async () => (await import('./commands/logs')).logs,
  },
  doctor: {
    summary: 'Find what commonly goes wrong, and say the cure',
    load: async () => (await import('./commands/doctor')).doctor,
  },
};
