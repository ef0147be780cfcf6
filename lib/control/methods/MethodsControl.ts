import type { Integration } from '@/lib/model/integration';
import type { Method, MethodInput, MethodResponse } from '@/lib/model/method';
import type { Actor } from '@/lib/model/role';
import type { TestInvokeInput, TestInvokeResult } from '../control';

/** Methods of a resource, their integrations and responses, as the control plane's face has them. */
export interface MethodsControl {
  get(actor: Actor, restApiId: string, resourceId: string, httpMethod: string): Promise<Method>;
  /** Creates or replaces the method request; integration and responses stay. */
  put(
    actor: Actor,
    restApiId: string,
    resourceId: string,
    httpMethod: string,
    input: MethodInput,
  ): Promise<Method>;
  delete(actor: Actor, restApiId: string, resourceId: string, httpMethod: string): Promise<void>;
  putIntegration(
    actor: Actor,
    restApiId: string,
    resourceId: string,
    httpMethod: string,
    input: unknown,
  ): Promise<Integration>;
  deleteIntegration(actor: Actor, restApiId: string, resourceId: string, httpMethod: string): Promise<void>;
  /** Replaces all integration responses (keyed by status code). */
  putIntegrationResponses(
    actor: Actor,
    restApiId: string,
    resourceId: string,
    httpMethod: string,
    input: unknown,
  ): Promise<Method>;
  /** Replaces all method responses (keyed by status code). */
  putMethodResponses(
    actor: Actor,
    restApiId: string,
    resourceId: string,
    httpMethod: string,
    input: Record<string, MethodResponse>,
  ): Promise<Method>;
  testInvoke(actor: Actor, input: TestInvokeInput): Promise<TestInvokeResult>;
}
