import { Fragment } from "react";

import { Name } from "./Name";
import type { Flow } from "./structure";

/** Whose figures a dataflow has. */
export function Providers({ of }: { of: Flow["providers"] }) {
    return of.map((provider, index) => (
        <Fragment key={provider.id}>
            {index > 0 && ", "}
            <Name of={provider.names} code={provider.id} />
        </Fragment>
    ));
}
