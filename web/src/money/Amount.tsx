import { useFormat } from "../format/useFormat";

interface Props {
    amount: string;
    currency?: string;
    isExact?: boolean;
}

/** An amount, shortened; the whole of it shows where one rests on it and is read aloud. */
export function Amount({ amount, currency, isExact = false }: Props) {
    const format = useFormat();
    const exact = format.decimal(amount);
    const unit = currency === undefined ? "" : ` ${currency}`;
    if (isExact) return <bdi className="nowrap">{`${exact}${unit}`}</bdi>;
    return (
        <bdi className="nowrap" title={`${exact}${unit}`}>
            {`${format.compact(Number(amount))}${unit}`}
        </bdi>
    );
}
