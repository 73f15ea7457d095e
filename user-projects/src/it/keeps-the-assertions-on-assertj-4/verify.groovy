import groovy.xml.XmlSlurper

def suites = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name ==~ /TEST-.*\.xml/ }
assert suites.any { it.text.contains('assertj-core-4.0.0-M1.jar') } && !suites.any { it.text.contains('assertj-core-3') }
assert suites.any { it.name.endsWith('.RobustnessSoftAssertionsTest.xml') }
assert suites.sum { new XmlSlurper().parse(it).@tests.toInteger() } > 200
