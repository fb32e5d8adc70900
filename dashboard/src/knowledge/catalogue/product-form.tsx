import type { ReactNode } from "react";
import type { AnswerOf, BodyOf } from "../../live/index.ts";
import {
  Form,
  FormActions,
  FormField,
  Input,
  type KitForm,
  Select,
  TagInput,
  Textarea,
  useKitForm,
} from "../../ui/index.ts";
import { inputOf, type ProductValues, valuesOf } from "./product-values.ts";
import { ProductVariants, stockOptions } from "./product-variants.tsx";
import { useCatalogueTexts } from "./texts.ts";

type Product = AnswerOf<"/v1/products/{id}">;
export type ProductBody = BodyOf<"/v1/products/{id}", "patch"> & { externalId: string; name: string };

export interface ProductFormProps {
  product?: Product;
  onSave: (body: ProductBody) => Promise<unknown>;
  children?: ReactNode;
}

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
      <OfferFields form={form} />
      <FormField form={form} name="description" label={texts.description} optional>
        {(control) => <Textarea {...control} rows={3} maxRows={10} maxLength={5_000} />}
      </FormField>
      <FormField form={form} name="attributes" label={texts.attributes} help={texts.attributesHelp} optional>
        {(control) => (
          <Textarea {...control} rows={3} maxRows={10} maxLength={10_000} placeholder={texts.attributesPlaceholder} />
        )}
      </FormField>
      <FormField form={form} name="variants" label={texts.variants} help={texts.variantsHelp} optional group>
        {({ value, onChange }) => <ProductVariants values={value} onChange={onChange} />}
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

/** Its id, what it costs, whether it is there, and where it belongs. */
function OfferFields({ form }: { form: KitForm<ProductValues> }) {
  const texts = useCatalogueTexts();
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormField form={form} name="externalId" label={texts.externalId} help={texts.externalIdHelp} optional>
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
  );
}
