import groovy.xml.XmlSlurper

def report = { name -> new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-com.example.${name}.xml")) }

def held = report('BeatPropertiesTest')
assert [held.@tests, held.@failures, held.@errors, held.@skipped]*.text() == ['3', '0', '0', '0']

def broken = report('FalsePropertiesTest')
assert [broken.@tests, broken.@failures, broken.@errors]*.text() == ['1', '1', '0']
assert broken.testcase.@name == 'noNoiseChangesTheLabel'

// What the failure prints fits on a screen, and tells the beat in three lines.
def log = new File(basedir, 'build.log').readLines()
def start = log.findIndexOf { it.contains('Running com.example.FalsePropertiesTest') }
def end = log.findIndexOf(start) { it.contains('Tests run: 1') }
def printed = log.subList(start + 1, end)
assert printed.size() > 10 && printed.size() <= 40
assert printed.every { it.size() < 200 }
assert printed.any { it.contains(' of [1, 187] values changed by ') }
assert printed.any { it.contains('perturbed') } && printed.any { it.contains('change ') }

// The counterexample that it shrank to lies where those of all tests are.
def folder = new File(basedir, 'target/robustest/counterexamples/com/example/FalsePropertiesTest/noNoiseChangesTheLabel')
assert folder.list().any { it.endsWith('.json') }
