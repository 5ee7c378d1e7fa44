// The reviewer's desk by keyboard. Everything here is a shortcut to a link or a form on the page: without it, the page works.
const pieces = [...document.querySelectorAll('#viewer [data-piece]')];
const form = document.getElementById('decision');
let shown = 0;
let turned = 0;
let zoomed = 1;

function draw() {
  pieces.forEach((piece, i) => { piece.hidden = i !== shown; });
  document.querySelectorAll('#viewer [data-show]').forEach((tab, i) => tab.setAttribute('aria-pressed', String(i === shown)));
  const picture = pieces[shown]?.querySelector('img');
  if (picture) {
    picture.style.transform = `rotate(${turned}deg) scale(${zoomed})`;
  }
}

function show(i) {
  if (pieces.length > 0) {
    shown = (i + pieces.length) % pieces.length;
    turned = 0;
    zoomed = 1;
    draw();
  }
}

const zoom = (by) => { zoomed = Math.min(6, Math.max(0.25, zoomed * by)); draw(); };
const turn = (by) => { turned += by; draw(); };
const choose = (value) => {
  const choice = form?.querySelector(`input[value="${value}"]`);
  if (choice) {
    choice.checked = true;
    const cause = form.querySelector('#cause');
    const first = cause.querySelector(`option[data-for~="${value}"]`);
    if (first) {
      cause.value = first.value;
    }
    cause.focus();
  }
};

const keys = {
  1: () => choose('approve'),
  2: () => choose('return'),
  3: () => choose('refuse'),
  n: () => document.getElementById('next')?.click(),
  ']': () => show(shown + 1),
  '[': () => show(shown - 1),
  '+': () => zoom(1.25),
  '=': () => zoom(1.25),
  '-': () => zoom(0.8),
  r: () => turn(90),
  l: () => turn(-90),
};

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.ctrlKey && form) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const typing = event.target.closest('textarea, input[type=text], input[type=date], select');
  if (typing || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) {
    return;
  }
  event.preventDefault();
  keys[event.key]();
});

document.querySelectorAll('#viewer [data-show]').forEach((tab, i) => tab.addEventListener('click', () => show(i)));
document.querySelectorAll('#viewer [data-do]').forEach((button) => button.addEventListener('click', () => keys[button.dataset.do]()));
document.querySelectorAll('#viewer .tools').forEach((tools) => { tools.hidden = false; });
draw();
document.body.dataset.ready = 'yes';
