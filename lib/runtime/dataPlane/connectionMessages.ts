/** What workers and the supervisor say to each other about connections. */
import type { ConnectionAnswer, ConnectionQuestion } from '@gatehouse/gateway/ports';

export type ConnectionMessage =
  /** to whoever holds it; `holder` is the number that stands in the id */
  | { type: 'askConnection'; sequence: number; holder: number; question: ConnectionQuestion }
  /** `asker` as it came with the question */
  | { type: 'connectionAnswer'; sequence: number; asker: number; answer: ConnectionAnswer };

export type ConnectionRelay =
  | { type: 'connectionAsked'; sequence: number; asker: number; question: ConnectionQuestion }
  | { type: 'connectionAnswered'; sequence: number; answer: ConnectionAnswer };
