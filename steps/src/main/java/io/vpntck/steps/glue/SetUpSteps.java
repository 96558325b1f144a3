package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** An account that is set up as documented, all but for one step. */
public final class SetUpSteps {
    private final SetUp setUp;

    public SetUpSteps(SetUp setUp) {
        this.setUp = setUp;
    }

    @Given("an empty account is set up as documented for a VPC {word} with a host at {word}, but for {}")
    public void isSetUpBut(String cidr, String host, String step) {
        setUp.allBut(step, cidr, host);
    }

    @Given("an empty account is set up as documented for a VPC {word} with a host at {word}")
    public void isSetUp(String cidr, String host) {
        setUp.allBut("", cidr, host);
    }
}
