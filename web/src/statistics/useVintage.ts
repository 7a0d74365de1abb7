import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";

import { useMoment } from "../moment/useMoment";

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The day of this page: its own, else that of the whole application, else today. While a slider is
 *  dragged the page follows at once, and the address when it rests. */
export function useVintage(today: string): { day: string; hold: (day: string) => void } {
    const [search, setSearch] = useSearchParams();
    const { asOf } = useMoment();
    const [held, setHeld] = useState<string>();
    const own = search.get("vintage");
    const commit = useDebouncedCallback((day: string) => {
        setHeld(undefined);
        setSearch(
            (before) => {
                const after = new URLSearchParams(before);
                if (day === (asOf ?? today)) after.delete("vintage");
                else after.set("vintage", day);
                return after;
            },
            { replace: true },
        );
    }, 250);
    const hold = (day: string) => {
        setHeld(day);
        commit(day);
    };
    const asked = isDay(own) ? own : asOf !== undefined && isDay(asOf) ? asOf : today;
    return { day: held ?? asked, hold };
}
