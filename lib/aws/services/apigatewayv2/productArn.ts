import { productArn } from '@/lib/control/portals/portalArns';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';

/** ARN of a page of a product. @param kind as its path names the kind */
export function pageArn(
  { door }: OperationCall,
  productId: string,
  kind: 'productpages' | 'productrestendpointpages',
  pageId: string,
): string {
  return `${productArn(door, productId)}/${kind}/${pageId}`;
}

/** @throws AwsError BadRequestException for an ARN of anything else, of another account or region too */
export function productIdOf({ door }: OperationCall, arn: string): string {
  return after(productArn(door, ''), arn, 'portal product');
}

/** @throws AwsError BadRequestException for an ARN that is not of a page of that kind of the product */
export function pageIdOf(
  call: OperationCall,
  productId: string,
  kind: 'productpages' | 'productrestendpointpages',
  arn: string,
): string {
  return after(pageArn(call, productId, kind, ''), arn, `page of this product, ${kind}`);
}

function after(start: string, arn: string, what: string): string {
  const id = arn.slice(start.length);
  if (arn.startsWith(start) && /^\w+$/.test(id)) return id;
  throw new AwsError(
    'BadRequestException',
    `Invalid ARN specified: ${arn.slice(0, 200)} is not the ARN of a ${what}`,
  );
}
