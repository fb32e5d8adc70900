import { TrashIcon } from "@heroicons/react/16/solid";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../../addresses.ts";
import { type AnswerOf, useAgentId, useGet, useOrganizationId, usePermissions, useSend } from "../../live/index.ts";
import {
  Badge,
  Banner,
  Button,
  ConfirmDialog,
  Definitions,
  QueryView,
  SidePanel,
  TextLink,
  Time,
} from "../../ui/index.ts";
import { ProductForm } from "./product-form.tsx";
import { showMoney } from "./money.ts";
import { useCatalogueTexts } from "./texts.ts";

type Product = AnswerOf<"/v1/products/{id}">;

/** Without an id: a new product. */
export function ProductPanel({ id }: { id?: string }) {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  const query = useGet("/v1/products/{id}", { id: id ?? "" }, { enabled: id !== undefined, live: ["products"] });
  const closeTo = at.agent(organization, agent, "knowledge/catalogue");
  if (id === undefined)
    return (
      <SidePanel title={texts.newProduct} closeTo={closeTo}>
        <NewProduct />
      </SidePanel>
    );
  return (
    <SidePanel
      title={query.data?.name ?? texts.product}
      closeTo={closeTo}
      description={
        query.data && (
          <>
            {`${texts.origins[query.data.origin]} · ${texts.checked} `}
            <Time at={query.data.priceCheckedAt} />
          </>
        )
      }
    >
      <QueryView query={query} skeleton="form">
        {(product) => (can("knowledge:write") ? <EditProduct product={product} /> : <ReadOnly product={product} />)}
      </QueryView>
    </SidePanel>
  );
}

function NewProduct() {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const create = useSend("post", "/v1/agents/{id}/products", {
    changes: ["products", "catalogue"],
    done: texts.created,
    onDone: ({ products }) =>
      void navigate({ to: at.agent(organization, agent, `knowledge/catalogue/${products[0]?.id ?? ""}`) }),
  });
  return <ProductForm onSave={(body) => create.sendAsync({ params: { id: agent }, body })} />;
}

function EditProduct({ product }: { product: Product }) {
  const texts = useCatalogueTexts();
  const change = useSend("patch", "/v1/products/{id}", { changes: ["products", "catalogue"] });
  const { id, revision, origin, priceStale, link } = product;
  return (
    <div className="space-y-5">
      {priceStale && <Banner tone="warning">{texts.staleText}</Banner>}
      {(origin === "page" || origin === "feed") && <Banner>{texts.readFrom(texts.origins[origin])}</Banner>}
      {link !== null && (
        <p>
          <TextLink href={link}>{texts.openPage}</TextLink>
        </p>
      )}
      <ProductForm product={product} onSave={(body) => change.sendAsync({ params: { id }, ifMatch: revision, body })}>
        <RemoveProduct product={product} />
      </ProductForm>
    </div>
  );
}

function RemoveProduct({ product }: { product: Product }) {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useSend("delete", "/v1/products/{id}", { changes: ["products", "catalogue"], done: texts.removed(1) });
  const { id, agentId, revision } = product;
  return (
    <>
      <Button look="danger-quiet" className="ms-auto" icon={TrashIcon} onClick={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        danger
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.select(1)}
        description={texts.removeText}
        confirm={texts.remove}
        onConfirm={async () => {
          await remove.sendAsync({ params: { id }, ifMatch: revision });
          void navigate({ to: at.agent(organization, agentId, "knowledge/catalogue") });
        }}
      />
    </>
  );
}

function ReadOnly({ product }: { product: Product }) {
  const texts = useCatalogueTexts();
  const { externalId, price, salePrice, currency, stock, category, brand, description, link } = product;
  const money = salePrice ?? price;
  const items = [
    { term: texts.externalId, value: externalId },
    { term: texts.price, value: money !== null && currency !== null ? showMoney(money, currency) : texts.noPrice },
    { term: texts.stock, value: <Badge>{texts.stocks[stock]}</Badge> },
    { term: texts.category, value: category.join(" › ") },
    { term: texts.brand, value: brand ?? "" },
  ].filter(({ value }) => value !== "");
  return (
    <div className="space-y-4">
      <Definitions items={items} />
      <p dir="auto" className="wrap-anywhere">
        {description}
      </p>
      {link !== null && <TextLink href={link}>{texts.openPage}</TextLink>}
    </div>
  );
}
