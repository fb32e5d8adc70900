import { PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { Button, IconButton, Input, Select } from "../../ui/index.ts";
import type { VariantValues } from "./product-values.ts";
import { type CatalogueTexts, useCatalogueTexts } from "./texts.ts";

interface ProductVariantsProps {
  values: VariantValues[];
  onChange: (values: VariantValues[]) => void;
}

/** Such as sizes, each with its own price and stock. */
export function ProductVariants({ values, onChange }: ProductVariantsProps) {
  const texts = useCatalogueTexts();
  const change = (at: number, more: Partial<VariantValues>) =>
    onChange(values.map((one, place) => (place === at ? { ...one, ...more } : one)));
  return (
    <div className="space-y-2">
      {values.map((variant, at) => (
        <div key={variant.key} className="flex flex-wrap items-center gap-2 rounded-card border border-line p-2">
          <Input
            className="min-w-32 flex-1"
            label={texts.option}
            placeholder={texts.optionPlaceholder}
            value={variant.options}
            onChange={(options) => change(at, { options })}
          />
          <Input
            className="w-24 flex-none"
            label={texts.price}
            placeholder={texts.price}
            inputMode="decimal"
            value={variant.price}
            onChange={(price) => change(at, { price })}
          />
          <div className="w-34 flex-none">
            <Select
              label={texts.stock}
              value={variant.stock}
              options={stockOptions(texts)}
              onChange={(stock) => change(at, { stock })}
            />
          </div>
          <IconButton
            name={texts.removeVariant}
            icon={XMarkIcon}
            onClick={() => onChange(values.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={PlusIcon}
        onClick={() =>
          onChange([
            ...values,
            {
              key: crypto.randomUUID(),
              sku: null,
              options: "",
              price: "",
              salePrice: null,
              stock: "in_stock",
              quantity: null,
            },
          ])
        }
      >
        {texts.addVariant}
      </Button>
    </div>
  );
}

const stocks = ["in_stock", "out_of_stock", "preorder", "backorder", "unknown"] as const;
export const stockOptions = (texts: CatalogueTexts) => stocks.map((value) => ({ value, label: texts.stocks[value] }));
