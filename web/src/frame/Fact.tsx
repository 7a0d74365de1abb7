import type { ReactNode } from "react";

/** A line of a list of facts. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
    return (
        <div className="facts-row">
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}
