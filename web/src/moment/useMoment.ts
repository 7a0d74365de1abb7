import { useMemo } from "react";
import { useSearchParams } from "react-router-dom";

/** The two clocks of an answer, as the address has them; absent: today, everything recorded. */
export interface Moment {
    asOf?: string | undefined;
    recordedBy?: string | undefined;
}

/** What every link of ours carries along. */
export const kept = ["as_of", "recorded_by", "lang"] as const;

export function useMoment(): Moment {
    const [search] = useSearchParams();
    const asOf = search.get("as_of") ?? undefined;
    const recordedBy = search.get("recorded_by") ?? undefined;
    return useMemo(() => ({ asOf, recordedBy }), [asOf, recordedBy]);
}

export function useSetMoment(): (change: Partial<Record<"as_of" | "recorded_by", string>>) => void {
    const [, setSearch] = useSearchParams();
    return (change) => {
        setSearch((before) => {
            const after = new URLSearchParams(before);
            for (const [name, value] of Object.entries(change)) {
                if (value === "") after.delete(name);
                else after.set(name, value);
            }
            return after;
        });
    };
}
