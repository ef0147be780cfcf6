import { Button, type ButtonProps } from './Button';
import { Tooltip } from './Tooltip';

/** A button whose only content is an icon: `label` is its name and its tooltip. */
export function IconButton({ label, ...rest }: ButtonProps & { label: string }) {
  return (
    <Tooltip text={label}>
      <Button variant="ghost" size="icon" {...rest} aria-label={label} />
    </Tooltip>
  );
}
