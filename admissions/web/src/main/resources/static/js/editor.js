// The drawing of a process in the browser. Saving hands the file in by the same form as an upload, so that the server
// answers in the same way; every change is also kept in this browser until then, for when the connection is lost. Palette
// and context pad offer the words of our processes and nothing else, and every change is checked by the server while drawing.
const box = document.getElementById('canvas');
const form = document.getElementById('save');
const restore = document.getElementById('restore');
const findings = document.getElementById('findings');
const word = document.getElementById('word');
const kept = `zhikao.draft/${box.dataset.process}/${box.dataset.base}`;
const PAUSE = 500;

const label = (key) => document.querySelector(`#labels [data-key="${key}"]`).textContent;

async function chinese() {
  const root = box.dataset.texts;
  const parts = await Promise.all(
    ['bpmn-js', 'properties-panel', 'camunda-properties-panel'].map((part) => import(`${root}/${part}/index.js`)),
  );
  return Object.assign({}, ...parts.map((part) => part.default));
}

const texts = document.documentElement.lang.startsWith('zh') ? await chinese() : {};
const translate = (text, values = {}) => (texts[text] ?? text).replace(/{(\w+)}/g, (all, key) => values[key] ?? all);

// What each word of ours is in the notation, ready to be filled in.
const WORDS = {
  fact: { type: 'bpmn:ReceiveTask', prefix: 'receive_', icon: 'bpmn-icon-receive-task', properties: { phase: 'REGISTRATION' } },
  duty: {
    type: 'bpmn:UserTask',
    prefix: 'user_',
    icon: 'bpmn-icon-user-task',
    attributes: { 'camunda:candidateGroups': 'REGISTRATION_POINT' },
    properties: { 'fact': null, 'outcome.PASSED': 'passed', 'outcome.FAILED': 'failed', 'bars.FAILED': 'PLACEMENT' },
    form: [{ id: 'note', label: 'note', type: 'string' }],
  },
  instruction: {
    type: 'bpmn:SendTask',
    prefix: 'send_',
    icon: 'bpmn-icon-send-task',
    attributes: { 'camunda:asyncBefore': true, 'camunda:delegateExpression': '${instruction}' },
    properties: { instruction: 'remind', about: '' },
  },
  choice: { type: 'bpmn:ExclusiveGateway', prefix: 'xor_', icon: 'bpmn-icon-gateway-xor' },
  parallel: { type: 'bpmn:ParallelGateway', prefix: 'and_', icon: 'bpmn-icon-gateway-parallel' },
  end: { type: 'bpmn:EndEvent', prefix: 'end_', icon: 'bpmn-icon-end-event-none' },
};
const WAITS = ['bpmn:ReceiveTask', 'bpmn:UserTask'];

class Shapes {
  constructor(elementFactory, bpmnFactory, moddle) {
    Object.assign(this, { elementFactory, bpmnFactory, moddle });
  }

  id(prefix) {
    return this.moddle.ids.nextPrefixed(prefix).toLowerCase();
  }

  extensions(properties, form) {
    const all = Object.entries(properties).map(([name, value]) => this.bpmnFactory.create('camunda:Property', { name, value }));
    const values = [this.bpmnFactory.create('camunda:Properties', { values: all })];
    if (form) {
      const fields = form.map((field) => this.bpmnFactory.create('camunda:FormField', { ...field, label: label(field.label) }));
      values.unshift(this.bpmnFactory.create('camunda:FormData', { fields }));
    }
    return this.bpmnFactory.create('bpmn:ExtensionElements', { values });
  }

  make(key) {
    const { type, prefix, attributes = {}, properties, form } = WORDS[key];
    const id = this.id(prefix);
    const said = { id, name: label(key), ...attributes };
    if (properties) {
      const filled = Object.entries(properties).map(([name, value]) => {
        if (value === null) return [name, `duty.decided/${id.replace(prefix, 'd-').replace(/_/g, '-')}`];
        return [name, name.startsWith('outcome.') ? label(value) : value];
      });
      said.extensionElements = this.extensions(Object.fromEntries(filled), form);
    }
    return this.elementFactory.createShape({ type, businessObject: this.bpmnFactory.create(type, said) });
  }

  deadline() {
    const timeDate = this.bpmnFactory.create('bpmn:FormalExpression', { body: '${workingDays5}' });
    const timer = this.bpmnFactory.create('bpmn:TimerEventDefinition', { id: this.id('event_'), timeDate });
    const businessObject = this.bpmnFactory.create('bpmn:BoundaryEvent', {
      id: this.id('timer_'), name: label('deadline'), cancelActivity: false, eventDefinitions: [timer],
    });
    timeDate.$parent = timer;
    timer.$parent = businessObject;
    return this.elementFactory.createShape({ type: 'bpmn:BoundaryEvent', businessObject });
  }
}
Shapes.$inject = ['elementFactory', 'bpmnFactory', 'moddle'];

class Palette {
  constructor(palette, create, handTool, lassoTool, globalConnect, ourShapes) {
    Object.assign(this, { create, handTool, lassoTool, globalConnect, ourShapes });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const entries = {
      'hand-tool': { group: 'tools', className: 'bpmn-icon-hand-tool', title: label('hand'), action: { click: (e) => this.handTool.activateHand(e) } },
      'lasso-tool': { group: 'tools', className: 'bpmn-icon-lasso-tool', title: label('lasso'), action: { click: (e) => this.lassoTool.activateSelection(e) } },
      'global-connect-tool': { group: 'tools', className: 'bpmn-icon-connection-multi', title: label('connect'), action: { click: (e) => this.globalConnect.start(e) } },
      'tool-separator': { group: 'tools', separator: true },
    };
    Object.entries(WORDS).forEach(([key, { icon }]) => {
      const start = (event) => this.create.start(event, this.ourShapes.make(key));
      entries[`create.${key}`] = { group: 'words', className: icon, title: label(key), action: { dragstart: start, click: start } };
    });
    return entries;
  }
}
Palette.$inject = ['palette', 'create', 'handTool', 'lassoTool', 'globalConnect', 'ourShapes'];

class Pad {
  constructor(contextPad, connect, modeling, autoPlace, create, ourShapes) {
    Object.assign(this, { connect, modeling, autoPlace, create, ourShapes });
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element) {
    const entries = {};
    const ends = element.type === 'bpmn:EndEvent' || element.type === 'bpmn:SequenceFlow' || element.type === 'label';
    if (!ends && element.parent && element.type !== 'bpmn:Process') {
      Object.entries(WORDS).forEach(([key, { icon }]) => {
        entries[`append.${key}`] = {
          group: 'words', className: icon, title: label(key),
          action: { click: () => this.autoPlace.append(element, this.ourShapes.make(key)) },
        };
      });
      entries.connect = { group: 'connect', className: 'bpmn-icon-connection-multi', title: label('connect'), action: { click: (e) => this.connect.start(e, element) } };
      if (WAITS.includes(element.type)) {
        entries.deadline = { group: 'words', className: 'bpmn-icon-intermediate-event-catch-non-interrupting-timer', title: label('deadline'), action: { click: () => this.hang(element) } };
      }
    }
    entries.delete = { group: 'edit', className: 'bpmn-icon-trash', title: label('delete'), action: { click: () => this.modeling.removeElements([element]) } };
    return entries;
  }

  hang(element) {
    const corner = { x: element.x + element.width - 25, y: element.y + element.height };
    this.modeling.createShape(this.ourShapes.deadline(), corner, element, { attach: true });
  }
}
Pad.$inject = ['contextPad', 'connect', 'modeling', 'autoPlace', 'create', 'ourShapes'];

const modeler = new window.BpmnModeler({
  container: box,
  propertiesPanel: { parent: '#props' },
  additionalModules: [{
    translate: ['value', translate],
    ourShapes: ['type', Shapes],
    paletteProvider: ['type', Palette],
    contextPadProvider: ['type', Pad],
    // Everything that offers the whole notation stays out of reach.
    createPaletteProvider: ['value', {}],
    appendContextPadProvider: ['value', {}],
    createMenuProvider: ['value', {}],
    appendMenuProvider: ['value', {}],
    replaceMenuProvider: ['value', {}],
    createAppendEditorActions: ['value', {}],
    createAppendKeyboardBindings: ['value', {}],
  }],
});

const BESIDE = 100; // so much is left free for the palette

async function open(xml) {
  await modeler.importXML(xml);
  const canvas = modeler.get('canvas');
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(1, (outer.width - BESIDE) / inner.width, outer.height / inner.height);
  canvas.viewbox({
    x: inner.x - BESIDE / scale,
    y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

// Saving puts the drawing in order by commands of its own; those are no changes of the person who draws.
let saving = 0;
async function drawn() {
  saving++;
  try {
    return (await modeler.saveXML({ format: true })).xml;
  } finally {
    saving--;
  }
}

// ---- facts from the catalogue: what the selected wait waits for

const catalogue = await (await fetch(box.dataset.words)).json();
catalogue.forEach(({ name, variables }) => {
  word.append(new Option(Object.keys(variables).length ? `${name} (${Object.keys(variables).join(', ')})` : name, name));
});

function message(name) {
  const definitions = modeler.getDefinitions();
  let found = definitions.rootElements.find((e) => e.$type === 'bpmn:Message' && e.name === name);
  if (!found) {
    found = modeler.get('bpmnFactory').create('bpmn:Message', { id: `message_${name.replace(/[^a-z0-9]+/g, '_')}`, name });
    found.$parent = definitions;
    definitions.rootElements.push(found);
  }
  return found;
}

let selected = null;
modeler.on('selection.changed', ({ newSelection: [only, ...more] }) => {
  selected = only && !more.length && only.type === 'bpmn:ReceiveTask' ? only : null;
  word.disabled = selected === null;
  word.value = selected?.businessObject.messageRef?.name ?? '';
});
word.addEventListener('change', () => {
  if (selected && word.value) modeler.get('modeling').updateProperties(selected, { messageRef: message(word.value) });
});

// ---- checked while drawing

let latest = 0;
let marked = [];
async function check() {
  const mine = ++latest;
  const xml = await drawn();
  let found;
  try {
    const answer = await fetch(box.dataset.findings, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml', 'X-CSRF-TOKEN': form.querySelector('[name=_csrf]').value },
      body: xml,
    });
    if (!answer.ok) throw new Error(answer.status);
    found = await answer.json();
  } catch {
    findings.dataset.state = 'unreachable';
    findings.replaceChildren(Object.assign(document.createElement('li'), { textContent: label('unreachable') }));
    return;
  }
  if (mine === latest) show(found);
}

function show(found) {
  const canvas = modeler.get('canvas');
  const known = modeler.get('elementRegistry');
  marked.filter((id) => known.get(id)).forEach((id) => canvas.removeMarker(id, 'wrong'));
  marked = found.filter((f) => f.severity === 'ERROR' && known.get(f.element)).map((f) => f.element);
  marked.forEach((id) => canvas.addMarker(id, 'wrong'));
  findings.replaceChildren(...found.map((f) => {
    const item = document.createElement('li');
    const jump = Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: f.element || '—' });
    jump.addEventListener('click', () => {
      const element = known.get(f.element);
      if (element) {
        modeler.get('selection').select(element);
        canvas.scrollToElement(element);
      }
    });
    item.className = f.severity.toLowerCase();
    item.append(Object.assign(document.createElement('strong'), { textContent: label(f.severity) }), ' ', jump, ` ${f.message} ${f.fix}`);
    return item;
  }));
  if (!found.length) findings.append(Object.assign(document.createElement('li'), { textContent: label('clean') }));
  findings.dataset.state = found.some((f) => f.severity === 'ERROR') ? 'wrong' : 'sound';
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
    await check();
  });
}

let pause;
modeler.on('commandStack.changed', async () => {
  if (saving) return;
  window.clearTimeout(pause);
  pause = window.setTimeout(check, PAUSE);
  window.localStorage.setItem(kept, await drawn());
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const xml = await drawn();
  const files = new DataTransfer();
  files.items.add(new File([xml], `${box.dataset.process}.bpmn`, { type: 'application/xml' }));
  document.getElementById('file').files = files.files;
  form.submit();
});

await check();
document.body.dataset.ready = 'yes';
