import { TextLink } from "../ui/index.ts";

interface UsedByProps {
  title: string;
  /** Where nothing uses it. */
  none: string;
  users: readonly { id: string; name: string; to: string }[];
}

/** What uses a connection or an account, with the way there. */
export function UsedBy({ title, none, users }: UsedByProps) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      {users.length === 0 ? (
        <p className="mt-1 text-muted">{none}</p>
      ) : (
        <ul className="mt-1 space-y-1">
          {users.map(({ id, name, to }) => (
            <li key={id}>
              <TextLink to={to}>{name}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
