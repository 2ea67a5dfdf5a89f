import { useId, type ReactNode } from 'react';

type Props = { title: string; about?: string | null; count: number; children: ReactNode };

/** Some of what is listed, under a heading that says how much it is; nothing where there is none. */
export function ListedGroup({ title, about = null, count, children }: Props) {
  const id = useId();
  if (count === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="ds-heading" data-size="2xs">
        {title} ({count})
      </h3>
      {about !== null && <p className="measure-hint">{about}</p>}
      <ul className="loose-list">{children}</ul>
    </section>
  );
}
