import type { ProductsPart } from "@parley/contracts";
import { useState } from "react";
import { safeHref } from "./link.tsx";

type Card = ProductsPart["products"][number];

/** Products of an answer, as visitors see them: side by side, scrolled where they do not fit. */
export function ProductCards({ part }: { part: ProductsPart }) {
  const hasImages = part.products.some(({ image }) => image?.startsWith("https://"));
  return (
    <ul className="mt-2 flex snap-x gap-2 overflow-x-auto pb-1">
      {part.products.map((product) => (
        <li key={product.id} className="w-40 flex-none snap-start">
          <ProductTile product={product} part={part} hasImage={hasImages} />
        </li>
      ))}
    </ul>
  );
}

interface TileProps {
  product: Card;
  part: ProductsPart;
  /** Its own, or room for one beside others that have theirs. */
  hasImage: boolean;
}

function ProductTile({ product, part, hasImage }: TileProps) {
  const { name, brand, stock, options } = product;
  const link = product.link === null ? undefined : safeHref(product.link);
  const price = money(product.price, product, part.language);
  const before = money(product.regularPrice, product, part.language);
  const state = part.words.stock[stock];
  const look = "flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface pb-2 text-sm";
  const body = (
    <>
      {hasImage && <ProductImage image={product.image} />}
      <div className="flex flex-col gap-0.5 px-2 pt-1.5">
        {brand !== null && (
          <span className="truncate text-xs text-muted">
            <bdi>{brand}</bdi>
          </span>
        )}
        <span className="line-clamp-2 font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </span>
        {price !== null && (
          <span className="tabular-nums">
            {product.from ? part.words.from.replace("{price}", price) : price}{" "}
            {before !== null && <s className="text-xs text-muted">{before}</s>}
          </span>
        )}
        {state !== "" && <span className="text-xs text-muted">{state}</span>}
        {options.map((option) => (
          <span key={option} className="truncate text-xs text-muted">
            <bdi>{option}</bdi>
          </span>
        ))}
      </div>
    </>
  );
  if (link === undefined) return <div className={look}>{body}</div>;
  return (
    <a className={`${look} hover:border-line-strong`} href={link} target="_blank" rel="noopener noreferrer">
      {body}
    </a>
  );
}

/** A picture of a shop in a frame that keeps its place; nothing where there is none or it does not load. */
export function ProductImage({ image, small = false }: { image: string | null; small?: boolean }) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = image !== null && image !== broken && image.startsWith("https://") ? image : null;
  return (
    <span
      className={
        small ? "block size-9 flex-none overflow-hidden rounded-control bg-sunken" : "block aspect-4/3 bg-sunken"
      }
    >
      {shown !== null && (
        <img
          src={shown}
          alt=""
          width={4}
          height={3}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          className="size-full object-cover"
          onError={() => setBroken(shown)}
        />
      )}
    </span>
  );
}

function money(amount: number | null, { currency }: Card, language: string): string | null {
  if (amount === null || currency === null) return null;
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
