package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;

/** A VPC with its main route table. */
public final class Vpc {
    private final String id;
    private final Ipv4Prefix cidr;
    private final RouteTable mainTable;
    private final List<RouteTable> tables = new ArrayList<>();

    Vpc(String id, Ipv4Prefix cidr, String mainTableId) {
        this.id = id;
        this.cidr = cidr;
        this.mainTable = new RouteTable(mainTableId, id, true);
        tables.add(mainTable);
    }

    public String id() {
        return id;
    }

    public Ipv4Prefix cidr() {
        return cidr;
    }

    public List<RouteTable> routeTables() {
        return List.copyOf(tables);
    }
}
