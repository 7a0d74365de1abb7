import { useFormat } from "../format/useFormat";
import type { Period } from "./history";
import { periodName } from "./periods";

/** The name of a period as a heading, with its months where the name does not say them. */
export function PeriodHead({ period }: { period: Period }) {
    const format = useFormat();
    const { short, span } = periodName(period, format);
    return (
        <>
            <bdi>{short}</bdi>
            {span !== undefined && <span className="table-note">({span})</span>}
        </>
    );
}
