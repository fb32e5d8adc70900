import { PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import type { ReactNode } from "react";
import type { AnswerOf, BodyOf } from "../../live/index.ts";
import {
  Button,
  Form,
  FormActions,
  FormField,
  IconButton,
  Input,
  Select,
  TagInput,
  Textarea,
  useKitForm,
} from "../../ui/index.ts";
import { inputOf, type ProductValues, valuesOf, type VariantValues } from "./product-values.ts";
import { type CatalogueTexts, useCatalogueTexts } from "./texts.ts";

type Product = AnswerOf<"/v1/products/{id}">;
export type ProductBody = BodyOf<"/v1/products/{id}", "patch"> & { externalId: string; name: string };

export interface ProductFormProps {
  product?: Product;
  onSave: (body: ProductBody) => Promise<unknown>;
  children?: ReactNode;
}

const stocks = ["in_stock", "out_of_stock", "preorder", "backorder", "unknown"] as const;
const stockOptions = (texts: CatalogueTexts) => stocks.map((value) => ({ value, label: texts.stocks[value] }));

/** Everything about one product. */
export function ProductForm({ product, onSave, children }: ProductFormProps) {
  const texts = useCatalogueTexts();
  const form = useKitForm<ProductValues>({
    values: valuesOf(product),
    onSubmit: (values) => onSave(inputOf(values, texts.money)),
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="name" label={texts.name} required>
        {(control) => <Input {...control} maxLength={300} autoFocus={product === undefined} />}
      </FormField>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField form={form} name="externalId" label={texts.externalId} help={texts.externalIdHelp} required>
          {(control) => <Input {...control} maxLength={200} spellCheck={false} />}
        </FormField>
        <FormField form={form} name="kind" label={texts.kind}>
          {({ value, onChange, onBlur }) => (
            <Select
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              options={(["product", "service"] as const).map((one) => ({ value: one, label: texts.kinds[one] }))}
            />
          )}
        </FormField>
        <FormField form={form} name="price" label={texts.price} optional>
          {(control) => <Input {...control} inputMode="decimal" maxLength={20} placeholder="49.90" />}
        </FormField>
        <FormField form={form} name="currency" label={texts.currency}>
          {(control) => <Input {...control} maxLength={3} spellCheck={false} />}
        </FormField>
        <FormField form={form} name="salePrice" label={texts.salePrice} optional>
          {(control) => <Input {...control} inputMode="decimal" maxLength={20} />}
        </FormField>
        <FormField form={form} name="validUntil" label={texts.validUntil} optional>
          {(control) => <Input {...control} type="date" />}
        </FormField>
        <FormField form={form} name="stock" label={texts.stock}>
          {({ value, onChange, onBlur }) => (
            <Select value={value} onChange={onChange} onBlur={onBlur} options={stockOptions(texts)} />
          )}
        </FormField>
        <FormField form={form} name="quantity" label={texts.quantity} optional>
          {(control) => <Input {...control} inputMode="numeric" maxLength={9} />}
        </FormField>
        <FormField form={form} name="category" label={texts.category} help={texts.categoryHelp} optional>
          {(control) => <Input {...control} maxLength={500} />}
        </FormField>
        <FormField form={form} name="brand" label={texts.brand} optional>
          {(control) => <Input {...control} maxLength={200} />}
        </FormField>
      </div>
      <FormField form={form} name="description" label={texts.description} optional>
        {(control) => <Textarea {...control} rows={3} maxRows={10} maxLength={5_000} />}
      </FormField>
      <FormField form={form} name="attributes" label={texts.attributes} help={texts.attributesHelp} optional>
        {(control) => <Textarea {...control} rows={3} maxRows={10} maxLength={10_000} placeholder="Colour: red" />}
      </FormField>
      <FormField form={form} name="variants" label={texts.variants} help={texts.variantsHelp} optional group>
        {({ value, onChange }) => <Variants values={value} onChange={onChange} />}
      </FormField>
      <FormField form={form} name="link" label={texts.link} optional>
        {(control) => <Input {...control} type="url" maxLength={2_048} placeholder="https://" />}
      </FormField>
      <FormField form={form} name="image" label={texts.image} help={texts.imageHelp} optional>
        {(control) => <Input {...control} type="url" maxLength={2_048} placeholder="https://" />}
      </FormField>
      <FormField form={form} name="tags" label={texts.tags} optional>
        {({ value, onChange, onBlur }) => (
          <TagInput values={value} onChange={onChange} onBlur={onBlur} split={/[\n,;]+/} max={50} />
        )}
      </FormField>
      <FormActions form={form} always={product === undefined} save={product === undefined ? texts.create : texts.save}>
        {children}
      </FormActions>
    </Form>
  );
}

interface VariantsProps {
  values: VariantValues[];
  onChange: (values: VariantValues[]) => void;
}

function Variants({ values, onChange }: VariantsProps) {
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
