import type { ReactNode } from "react";

export interface Tile {
    name: string;
    value: ReactNode;
    note?: ReactNode;
    tone?: "good" | "bad" | "unknown" | undefined;
}

/** The few figures that a page begins with. */
export function Tiles({ tiles }: { tiles: Tile[] }) {
    return (
        <dl className="tiles">
            {tiles.map(({ name, value, note, tone }) => (
                <div key={name} data-tone={tone}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                    {note !== undefined && <dd className="tile-note">{note}</dd>}
                </div>
            ))}
        </dl>
    );
}
