// The drawing of a process in the browser. Saving hands the file in by the same form as an upload, so that the server
// answers in the same way; every change is also kept in this browser until then, for when the connection is lost.
const box = document.getElementById('canvas');
const form = document.getElementById('save');
const restore = document.getElementById('restore');
const kept = `zhikao.draft/${box.dataset.process}/${box.dataset.base}`;

async function chinese() {
  const root = box.dataset.texts;
  const parts = await Promise.all(
    ['bpmn-js', 'properties-panel', 'camunda-properties-panel'].map((part) => import(`${root}/${part}/index.js`)),
  );
  return Object.assign({}, ...parts.map((part) => part.default));
}

const texts = document.documentElement.lang.startsWith('zh') ? await chinese() : {};
const translate = (text, values = {}) => (texts[text] ?? text).replace(/{(\w+)}/g, (all, key) => values[key] ?? all);
const modeler = new window.BpmnModeler({
  container: box,
  propertiesPanel: { parent: '#props' },
  additionalModules: [{ translate: ['value', translate] }],
});

async function open(xml) {
  await modeler.importXML(xml);
  modeler.get('canvas').zoom('fit-viewport', 'auto');
}

const answer = await fetch(box.dataset.source);
const source = await answer.text();
await open(source);

const own = window.localStorage.getItem(kept);
if (own && own !== source) {
  restore.hidden = false;
  restore.addEventListener('click', async () => {
    await open(own);
    restore.hidden = true;
  });
}

modeler.on('commandStack.changed', async () => {
  window.localStorage.setItem(kept, (await modeler.saveXML({ format: true })).xml);
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { xml } = await modeler.saveXML({ format: true });
  const files = new DataTransfer();
  files.items.add(new File([xml], `${box.dataset.process}.bpmn`, { type: 'application/xml' }));
  document.getElementById('file').files = files.files;
  form.submit();
});

document.body.dataset.ready = 'yes';
