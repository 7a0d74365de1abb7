import { useMemo } from "react";

import { planOf } from "./planDocument";
import { usePlan } from "./queries";

export interface InstitutionNames {
    /** The abbreviation where there is one; a body outside of the plan names itself. */
    short: (code: string) => string;
    full: (code: string) => string;
}

export function useInstitutions(): InstitutionNames {
    const view = usePlan().data;
    return useMemo(() => {
        const known = new Map(
            (view === undefined ? [] : (planOf(view).institutions ?? [])).map((one) => [one.code, one]),
        );
        const full = (code: string) => known.get(code)?.name ?? code;
        return { full, short: (code) => known.get(code)?.abbreviation ?? full(code) };
    }, [view]);
}
