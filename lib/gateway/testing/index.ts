/** For tests of the engine and of what is built on it: the real engine with ports that a test can look into. */

export * from './apiDocuments';
export type { BackendRequest, TestBackend } from './createBackend';
export { createBackend } from './createBackend';
export type { CallOptions, TestGateway } from './createTestGateway';
export { createTestGateway } from './createTestGateway';
export * from './documents';
export { MemoryCounterStore } from './MemoryCounterStore';
export { MemoryRecorder } from './MemoryRecorder';
export type { Answer, SendOptions } from './sendRequest';
export { sendRequest } from './sendRequest';
export * from './startHttpApi';
export { TestClock } from './TestClock';
